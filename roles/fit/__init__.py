"""TPM or PM? The answers of a visitor, what each speaks for, and what they amount to."""
