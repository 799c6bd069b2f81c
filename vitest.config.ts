import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Three speeds: rules in milliseconds, services on a real PostgreSQL, journeys in a real browser. */
export default defineConfig({
	test: {
		// Many tests wait for processes they start, kill and start again: on two cores, two at a time.
		maxWorkers: Math.max(2, availableParallelism() - 1),
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
					include: ["platform/src/**/*.test.{ts,tsx}", "platform/test/*.test.ts"],
					exclude: ["**/*.database.test.ts", "**/node_modules/**"],
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
					testTimeout: 120_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
