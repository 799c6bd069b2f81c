import { readdirSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** How much is written of a journey, with its steps, in bytes: as good as anything for how long it takes. */
function written(journey: string): number {
	const [folder, name] = [dirname(journey), basename(journey, ".journey.ts")];
	return readdirSync(folder)
		.filter((file) => file.startsWith(name))
		.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

/** The long journeys before the short: one that begins last keeps one worker busy while the other has nothing to do. */
class LongJourneysFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isJourney = ({ moduleId }: TestSpecification) => moduleId.endsWith(".journey.ts");
		const journeys = sorted
			.filter(isJourney)
			.sort((one, other) => written(other.moduleId) - written(one.moduleId))
			.values();
		return sorted.map((file) => (isJourney(file) ? (journeys.next().value ?? file) : file));
	}
}

/** Three speeds: rules in milliseconds, services on a real PostgreSQL, journeys in a real browser. */
export default defineConfig({
	test: {
		// Many tests wait for processes they start, kill and start again: on two cores, two at a time.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		sequence: { sequencer: LongJourneysFirst },
		projects: [
			{
				test: {
					name: "allocation",
					include: ["allocation/test/**/*.test.ts", "allocation/src/**/*.test.ts"],
					// Some tests start the command-line programs; a busy machine takes its time.
					testTimeout: 60_000,
				},
			},
			{
				test: {
					name: "rules",
					include: ["platform/src/**/*.test.{ts,tsx}", "platform/test/*.test.ts", "platform/bench/*.test.ts"],
					exclude: ["**/*.database.test.ts", "**/node_modules/**"],
					// Loading what files share once in each worker, and not for every file, is a third of the processor time.
					isolate: false,
					testTimeout: 30_000,
				},
			},
			{
				test: {
					name: "database",
					include: ["platform/**/*.database.test.ts"],
					exclude: ["**/node_modules/**"],
					globalSetup: ["platform/test/database.setup.ts"],
					setupFiles: ["platform/test/house.setup.ts"],
					// Every file would load the whole house for itself: a second of processor time each.
					isolate: false,
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: "journeys",
					include: ["platform/test/journeys/*.journey.ts"],
					globalSetup: ["platform/test/journeys/journeys.setup.ts"],
					setupFiles: ["platform/test/journeys/borrowed.setup.ts"],
					// One browser and one start of everything for all the files a worker walks.
					isolate: false,
					testTimeout: 120_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
