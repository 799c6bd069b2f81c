import { parseArgs } from "node:util";
import { commands } from "./commands/commands.ts";
import { Problem } from "./commands/problem.ts";

/** The command line: `laeringsarena <command> [options]`. Exit codes: 0 done, 1 failed, 2 not understood. */
async function main(words: readonly string[]): Promise<number> {
	const [name = "help", ...rest] = words;
	const command = commands[name];
	if (!command) {
		process.stderr.write(`Ukjent kommando: ${name}\n\n${usage()}`);
		return 2;
	}
	try {
		const { values, positionals } = parseArgs({
			args: [...rest],
			options: { ...command.options, help: { type: "boolean" } },
			allowPositionals: true,
		});
		if (values.help) {
			process.stdout.write(`laeringsarena ${name} ${command.usage}\n\n${command.summary}\n`);
			return 0;
		}
		return await command.run({ values, positionals });
	} catch (error) {
		if (error instanceof Problem) {
			process.stderr.write(`${error.message}\n${error.remedy ? `\n${error.remedy}\n` : ""}`);
			return error.exitCode;
		}
		if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
			process.stderr.write(`${error.message}\n\nlaeringsarena ${name} ${command.usage}\n`);
			return 2;
		}
		throw error;
	}
}

function usage(): string {
	const width = Math.max(...Object.entries(commands).map(([name, command]) => name.length + command.usage.length + 1));
	return `Bruk: laeringsarena <kommando>\n\n${Object.entries(commands)
		.map(([name, command]) => `  ${`${name} ${command.usage}`.padEnd(width + 2)} ${command.summary}`)
		.join("\n")}\n`;
}

if (process.argv[2] === undefined || process.argv[2] === "help" || process.argv[2] === "--help")
	process.stdout.write(usage());
else process.exitCode = await main(process.argv.slice(2));
