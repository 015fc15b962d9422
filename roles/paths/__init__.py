"""The ways into the role, up and onward; and the signs that a person is on one."""
