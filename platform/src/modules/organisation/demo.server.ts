import type { Work } from "../../database/work.server.ts";
import { done, type Outcome } from "../../outcome.ts";

/** Fills the demo region. */
export async function seedDemo(_work: Work): Promise<Outcome<{ people: number }>> {
	return done({ people: 0 });
}
