"""Folders and state: the configuration, the inbox, the archive, the ledger, the outbox."""
