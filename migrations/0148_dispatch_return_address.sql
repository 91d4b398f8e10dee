-- Where letters on paper that nobody can deliver go back to: lines below the account's name, empty when nobody said.
ALTER TABLE dispatch_account ADD COLUMN return_address TEXT NOT NULL DEFAULT '';
