"""What pages share: reading the store, controls that live in the address, panels, and their markup."""
