"""How a language writes dates, where this site differs from Django (FORMAT_MODULE_PATH)."""
