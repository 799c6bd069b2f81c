import { statfsSync } from "node:fs";
import { EmbeddedPostgresFault } from "./fault.ts";

/** The port number is part of the socket's file name and nothing else: no network port is opened. */
export const socketPort = 5432;

/**
 * A small server that keeps what it has acknowledged: fsync, full_page_writes and synchronous_commit are not named
 * here because PostgreSQL's own defaults (on) are right.
 */
const ours: Readonly<Record<string, string>> = {
	shared_buffers: "256MB",
	max_connections: "60",
	random_page_cost: "1.1",
	jit: "off",
	timezone: "UTC",
	log_timezone: "UTC",
	datestyle: "ISO, DMY",
	default_text_search_config: "pg_catalog.simple",
	lc_messages: "C",
	max_wal_size: "1GB",
	logging_collector: "on",
	log_filename: "postgres-%Y-%m-%d-%H%M%S.log",
	log_rotation_size: "10MB",
	log_rotation_age: "0",
	log_file_mode: "0600",
	// Errors of clients carry statements and values, that is personal data: the program that asked gets the error, the
	// log keeps what the server itself has to say (LOG, FATAL, PANIC rank above ERROR here), without DETAIL and QUERY.
	log_min_messages: "log",
	log_min_error_statement: "panic",
	log_error_verbosity: "terse",
	log_statement: "none",
	log_min_duration_statement: "-1",
	log_parameter_max_length: "0",
	log_parameter_max_length_on_error: "0",
	log_line_prefix: "%m [%p] ",
};

/** The whole of postgresql.conf. Throws the fault `setting-refused` for a name or value that cannot be written. */
export function configuration(logFolder: string, overrides: Readonly<Record<string, string>>): string {
	const all = { ...ours, ...forThisSystem(), ...overrides, log_directory: logFolder };
	const lines = Object.entries(all).map(([name, value]) => `${checkedName(name, value)} = ${quoted(value)}`);
	return ["# Written at every start. Own settings: ALTER SYSTEM.", ...lines, ""].join("\n");
}

function forThisSystem(): Record<string, string> {
	if (process.platform !== "linux") return {};
	return {
		// A statement whose program died is ended within this time, and with it its locks.
		client_connection_check_interval: "5s",
		...(roomInSharedMemory() ? {} : { dynamic_shared_memory_type: "mmap" }),
	};
}

/** Containers often get 64 MB of shared memory, too little for a query that uses several processes. */
function roomInSharedMemory(): boolean {
	try {
		const { bavail, bsize } = statfsSync("/dev/shm");
		return bavail * bsize >= 256 * 1024 * 1024;
	} catch {
		return false;
	}
}

/**
 * What no setting, file or ALTER SYSTEM may change, because the command line outranks them all: the server listens on
 * one socket in a private folder, never on a network.
 */
export function unchangeable(socketFolder: string): string[] {
	return [
		"listen_addresses=",
		`port=${socketPort}`,
		// A list separated by commas: an entry in double quotes is taken as it is.
		`unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`,
		"unix_socket_permissions=0700",
	].flatMap((setting) => ["-c", setting]);
}

/** Anyone who reaches the socket is let in, and only the owner of the private folder reaches it. */
export const hostBasedAuthentication = "# Written at every start.\nlocal all all trust\n";

function checkedName(name: string, value: string): string {
	if (!/^[a-z_][a-z0-9_.]*$/i.test(name) || /[\n\r\0]/.test(value)) {
		throw new EmbeddedPostgresFault("setting-refused", { setting: name });
	}
	return name;
}

function quoted(value: string): string {
	return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
