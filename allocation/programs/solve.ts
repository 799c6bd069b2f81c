import { type Solved, solvedFile } from "./solved.ts";

/** `npm run --silent solve -- problem.json > result.json`: the best plan with its proof; exit 1 with every finding when refused. */
const [path] = process.argv.slice(2);
const outcome: Solved =
	path === undefined
		? { kind: "refused", lines: ["Say which file: npm run --silent solve -- problem.json > result.json"] }
		: await solvedFile(path);
if (outcome.kind === "solved") process.stdout.write(outcome.text);
else {
	for (const line of outcome.lines) console.error(line);
	process.exitCode = 1;
}
