import type { User } from "./national.ts";
import type { Page } from "./pages.ts";
import type { Load, Program } from "./programs.ts";
import { quantile, sum } from "./spread.ts";

export type Measured = {
	readonly p50: number;
	readonly p95: number;
	readonly perSecond: number;
	/** Processor time of the program, all its threads, milliseconds a request. */
	readonly cpu: number;
	/** Bytes over the wire an answer. */
	readonly bytes: number;
	/** Processor time of who plays the users, milliseconds a request: it is taken from the same cores, and is not the program's. */
	readonly asking: number;
};

export type PageResult = {
	readonly name: string;
	readonly product: Measured;
	readonly bare: Measured;
	/** Statements the page sends, of the user who sends the most, the session look-up and transactions included. */
	readonly statements: number;
};

/** Asks both programs for a page with every user at once, turn by turn. */
export async function measurePage(
	page: Page,
	users: readonly User[],
	programs: { readonly product: Program; readonly bare: Program; readonly load: Load },
	{ seconds, rounds, warm }: { readonly seconds: number; readonly rounds: number; readonly warm: number },
): Promise<Pick<PageResult, "product" | "bare">> {
	const product: Sample[] = [];
	const bare: Sample[] = [];
	await warmUp(page, users, programs, warm);
	for (let round = 0; round < rounds; round++) {
		product.push(await sample(programs.product, programs.load, page, users, seconds));
		bare.push(await sample(programs.bare, programs.load, page, users, seconds));
	}
	return { product: together(product), bare: together(bare) };
}

/** Lets both compile and fill what they keep. */
export async function warmUp(
	page: Page,
	users: readonly User[],
	{ product, bare, load }: { readonly product: Program; readonly bare: Program; readonly load: Load },
	seconds: number,
): Promise<void> {
	for (const program of [product, bare]) await sample(program, load, page, users, seconds);
}

type Sample = {
	readonly milliseconds: readonly number[];
	readonly seconds: number;
	readonly inTime: number;
	readonly cpu: number;
	readonly bytes: number;
	readonly asking: number;
};

async function sample(
	program: Program,
	load: Load,
	page: Page,
	users: readonly User[],
	seconds: number,
): Promise<Sample> {
	const before = await program.cpuSeconds();
	const result = await load.send({
		...{ url: program.url, seconds },
		users: users.map((user) => ({ cookie: user.cookie, path: page.path(user) })),
	});
	if (result.failed > 0) throw new Error(`${page.name}: ${result.failed} requests were not answered with 200`);
	return { ...result, cpu: (await program.cpuSeconds()) - before, asking: result.cpu };
}

function together(samples: readonly Sample[]): Measured {
	const milliseconds = samples.flatMap((sample) => sample.milliseconds);
	const each = (of: (sample: Sample) => number) => sum(samples.map(of)) / milliseconds.length;
	return {
		p50: quantile(milliseconds, 0.5),
		p95: quantile(milliseconds, 0.95),
		perSecond: sum(samples.map(({ inTime }) => inTime)) / sum(samples.map((sample) => sample.seconds)),
		cpu: 1000 * each(({ cpu }) => cpu),
		bytes: each(({ bytes }) => bytes),
		asking: 1000 * each(({ asking }) => asking),
	};
}

/** All pages in equal shares: what both would do if each page were asked for as often as the next. */
export function inEqualShares(results: readonly PageResult[]): { readonly rate: number; readonly cpu: number } {
	const time = (of: "product" | "bare") => sum(results.map((result) => 1 / result[of].perSecond));
	const cpu = (of: "product" | "bare") => sum(results.map((result) => result[of].cpu));
	return { rate: time("bare") / time("product"), cpu: cpu("bare") / cpu("product") };
}
