import pg from "pg";

const attemptsAllowed = 8;

/**
 * Runs a unit of work again when it lost a race, for longer than a page would: nobody waits, and what would be given up
 * may have taken minutes to work out. `commanding` has already tried a few times in quick succession.
 */
export async function persistently<Value>(work: () => Promise<Value>): Promise<Value> {
	for (let attempt = 1; ; attempt++) {
		try {
			return await work();
		} catch (error) {
			if (attempt >= attemptsAllowed || !lostRace(error)) throw error;
			await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(100 * 2 ** attempt, 3_000)));
		}
	}
}

function lostRace(error: unknown): boolean {
	return error instanceof pg.DatabaseError && (error.code === "40001" || error.code === "40P01");
}
