"""Writers of platform exports: the ledger's figures in each platform's dialect; nothing here knows opsctl."""
