import { spawn } from "node:child_process";

/**
 * As whom the server runs.
 *
 * - `self`: as we are, an ordinary user.
 * - `namespace`: in a user namespace of its own, where our user id bears another number. Outside it is still ours, so it
 *   reaches our files and no others. Gets root past PostgreSQL's refusal, and a user id without a name past initdb's.
 * - `other`: as another, unprivileged user; only root can do this.
 */
export type Account =
	| { readonly kind: "self" }
	| { readonly kind: "namespace"; readonly innerUser: number; readonly innerGroup: number }
	| { readonly kind: "other"; readonly user: number; readonly group: number };

export type Ran = { readonly status: number | undefined; readonly output: string };

/**
 * Nothing of our own environment reaches the server: a PGDATA or PGOPTIONS meant for another server, or a locale that
 * is not installed, must not change what it does.
 */
export function serverEnvironment(): Record<string, string> {
	return { PATH: process.env.PATH ?? "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };
}

export type Command = {
	readonly program: string;
	readonly arguments: readonly string[];
	/** `/` because the folder we stand in may be closed to the account. */
	readonly options: { cwd: string; env: Record<string, string>; uid?: number; gid?: number };
};

/** How `account` runs a program. */
export function commandOf(account: Account, program: string, programArguments: readonly string[]): Command {
	const options = { cwd: "/", env: serverEnvironment() };
	switch (account.kind) {
		case "self":
			return { program, arguments: programArguments, options };
		case "namespace":
			return {
				program: "unshare",
				arguments: [
					"--user",
					`--map-user=${account.innerUser}`,
					`--map-group=${account.innerGroup}`,
					"--",
					program,
					...programArguments,
				],
				options,
			};
		case "other":
			return { program, arguments: programArguments, options: { ...options, uid: account.user, gid: account.group } };
	}
}

/** Runs a program to its end. `status` is undefined when it could not be started or was killed. Never throws. */
export function run(account: Account, program: string, programArguments: readonly string[]): Promise<Ran> {
	const command = commandOf(account, program, programArguments);
	return new Promise((resolve) => {
		let output = "";
		const collect = (chunk: unknown) => {
			output += String(chunk);
		};
		try {
			const child = spawn(command.program, command.arguments, {
				...command.options,
				stdio: ["ignore", "pipe", "pipe"],
			});
			child.stdout.on("data", collect);
			child.stderr.on("data", collect);
			child.on("error", (error) => resolve({ status: undefined, output: error.message }));
			child.on("close", (status) => resolve({ status: status ?? undefined, output: output.trim() }));
		} catch (error) {
			resolve({ status: undefined, output: String(error) });
		}
	});
}
