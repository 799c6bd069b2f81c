import { afterAll } from "vitest";
import { giveBack } from "./borrowed.ts";

/** Runs for every file of journeys: a test worker, and its browser, walk many. */
afterAll(giveBack);
