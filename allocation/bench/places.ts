import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sharedFolder } from "../test/shared.ts";
import type { Place } from "./generator.ts";

/** Municipalities with centre and people from the public file; twelve made-up places where it is missing. */
export function placesOfNorway(): Place[] {
	const path = join(sharedFolder, "data", "kommuner-2024.csv");
	if (!existsSync(path))
		return Array.from({ length: 12 }, (_, i) => ({ latitude: 58 + i, longitude: 6 + i, people: 10_000 * (12 - i) }));
	const [header = "", ...rows] = readFileSync(path, "utf8").trim().split("\n");
	const column = (name: string) => header.split(",").indexOf(name);
	const [latitude, longitude, people] = [column("adm_senter_lat"), column("adm_senter_lon"), column("folketall_2024")];
	return rows.map((line) => {
		const cells = line.split(",");
		return { latitude: Number(cells[latitude]), longitude: Number(cells[longitude]), people: Number(cells[people]) };
	});
}
