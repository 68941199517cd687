"""Hostile documents, faults, and privacy: what Tailor is fed by strangers, and what it must not do."""
