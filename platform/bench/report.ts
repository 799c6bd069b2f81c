import { cpus, loadavg, totalmem } from "node:os";
import type { FirstLoad } from "./first-load.ts";
import { inEqualShares, type PageResult } from "./measure.ts";
import type { Country } from "./national.ts";
import type { PolicyCost } from "./policies.ts";
import { sum } from "./spread.ts";

export type Outcome = {
	readonly command: string;
	readonly startedAt: Date;
	/** Others' work on the machine when the run began, runnable threads over a minute. */
	readonly load: number;
	readonly users: number;
	readonly country: Country;
	readonly pages: readonly PageResult[];
	readonly firstLoad: FirstLoad & { readonly page: string };
	readonly policies: readonly PolicyCost[];
};

/** Goals of the product; what misses one is marked. */
const goals = { p95: 100, ratio: 0.25, script: 150_000, policies: 1.3 };

/** The whole run as Markdown, as it is printed and as it is kept. */
export function report(outcome: Outcome): string {
	return [
		`${machine(outcome)}\n${data(outcome)}`,
		pageTable(outcome),
		script(outcome),
		policyTable(outcome.policies),
	].join("\n\n");
}

export function machineLoad(): number {
	return loadavg()[0] ?? 0;
}

/** What was run, when and on what. */
export function machine({ command, startedAt, load }: Pick<Outcome, "command" | "startedAt" | "load">): string {
	return [
		`\`${command}\`, ${startedAt.toISOString().slice(0, 16).replace("T", " ")} UTC.`,
		`${cpus()[0]?.model ?? "Unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, embedded PostgreSQL 18, fsync on.`,
		`The load generator, the database and the server share these cores; load average of the machine when the run began: ${load.toFixed(1)}.`,
	].join("\n");
}

function data({ users, country }: Outcome): string {
	const { size } = country;
	return [
		`${size.municipalities} municipalities, ${whole(size.units)} units, ${whole(size.people)} people; ${users} users at once, each signed in at another municipality, each asking again as soon as the last answer is whole.`,
	].join("\n");
}

function pageTable({ pages }: Outcome): string {
	const shares = inEqualShares(pages);
	const lines = pages.map(({ name, product, bare, statements }) =>
		row([
			name,
			product.p50.toFixed(0),
			against(product.p95.toFixed(0), product.p95 <= goals.p95),
			product.perSecond.toFixed(0),
			bare.perSecond.toFixed(0),
			against((product.perSecond / bare.perSecond).toFixed(2), product.perSecond / bare.perSecond >= goals.ratio),
			product.cpu.toFixed(2),
			bare.cpu.toFixed(2),
			(bare.cpu / product.cpu).toFixed(2),
			statements.toString(),
			(product.bytes / 1000).toFixed(1),
		]),
	);
	const overall = against(shares.rate.toFixed(2), shares.rate >= goals.ratio);
	return [
		`| Page | p50 ms | p95 ms (goal ≤ ${goals.p95}) | requests/s | bare requests/s | ratio (goal ≥ ${goals.ratio}) | CPU ms | bare CPU ms | CPU ratio | statements | kB sent |`,
		"|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
		...lines,
		row(["All in equal shares", "", "", "", "", overall, "", "", shares.cpu.toFixed(2), "", ""]),
		"",
		"*Bare* is Hono on the same pool size with the same session look-up and the very statements the page sends (recorded from it), answering their rows as JSON without compression. CPU is the server's own processor time a request, all its processes and threads.",
		askingLine(pages),
	].join("\n");
}

/** What playing the users takes from the product: their share of both cores, when these do nothing but the bench. */
function askingLine(pages: readonly PageResult[]): string {
	const asking = pages.map(({ product }) => product.asking);
	const shares = pages.map(({ product }) => (product.asking * product.perSecond) / (10 * cpus().length));
	return `Who plays the users takes ${Math.min(...asking).toFixed(2)} to ${Math.max(...asking).toFixed(2)} ms of processor time a request, ${Math.min(...shares).toFixed(1)} to ${Math.max(...shares).toFixed(1)} % of these cores.`;
}

function script({ firstLoad }: Outcome): string {
	const { page, files, sent, gzipped } = firstLoad;
	const verdict = against(`${(sent / 1000).toFixed(1)} kB`, sent <= goals.script);
	return `First-load script, the heaviest page (${page}): ${verdict} sent in ${files} files to a browser that reads gzip (${(gzipped / 1000).toFixed(1)} kB at gzip's usual level; goal ≤ ${goals.script / 1000} kB).`;
}

function policyTable(policies: readonly PolicyCost[]): string {
	const lines = policies.map(({ statement, rows, withPolicies, without }) =>
		row([
			`\`${statement.length > 90 ? `${statement.slice(0, 89)}…` : statement}\``,
			whole(rows),
			withPolicies.toFixed(2),
			without.toFixed(2),
			against((withPolicies / without).toFixed(2), withPolicies / without <= goals.policies),
		]),
	);
	const ratio = sum(policies.map((one) => one.withPolicies)) / sum(policies.map((one) => one.without));
	return [
		`| List query | rows | ms with policies | ms without | ratio (goal ≤ ${goals.policies}) |`,
		"|---|--:|--:|--:|--:|",
		...lines,
		row(["All, once each", "", "", "", against(ratio.toFixed(2), ratio <= goals.policies)]),
		"",
		"Every query of these pages that finds two rows or more, as the program with an actor and as the owner of the tables whom no policy concerns; prepared as the product prepares them; planning and execution as PostgreSQL counts them, medians of 101 interleaved runs.",
	].join("\n");
}

function row(cells: readonly string[]): string {
	return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function against(text: string, reached: boolean): string {
	return reached ? text : `**${text}** ✗`;
}

function whole(value: number): string {
	return value.toLocaleString("en-GB");
}
