"""The commands: arguments in, one library call, print out; a module each."""
