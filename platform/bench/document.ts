import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Puts a run in the place of the last one, between two marks in docs/bench.md; what is written around it stays. */
export async function replaceRun(name: string, text: string): Promise<void> {
	const file = join(import.meta.dirname, "..", "..", "docs", "bench.md");
	const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
	const before = await readFile(file, "utf8");
	const [head = "", rest] = before.split(begin);
	if (rest === undefined) throw new Error(`${file} has no place for the run: ${begin} ${end}`);
	await writeFile(file, `${head}${begin}\n\n${text}\n\n${end}${rest.split(end)[1] ?? "\n"}`);
}
