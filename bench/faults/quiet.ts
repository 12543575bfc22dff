// Before anything that logs: what the database's launcher has to say of its deaths is meant for operators.
process.env.LOG_LEVEL ??= "silent";
