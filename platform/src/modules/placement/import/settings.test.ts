import { expect, it } from "vitest";
import { settingFinder, settingsReader } from "./settings.ts";

const settings = [
	{ code: "nursing-home", name: { nb: "Sykehjem", nn: "Sjukeheim", en: "Nursing home" } },
	{ code: "home-care", name: { nb: "Hjemmetjeneste", nn: "Heimeteneste", en: "Home care" } },
];

it("knows settings by their names and by what people call them", () => {
	const find = settingFinder(settings);
	expect(["Sykehjem", "sjukeheim", "Hjemmesykepleie", "omsorgssenter", "Romstasjon"].map(find)).toEqual([
		...["nursing-home", "nursing-home", "home-care", "nursing-home", undefined],
	]);
	expect(settingsReader(settings)("Hjemmesykepleien, Sykehjem")).toEqual({ codes: ["nursing-home", "home-care"] });
	expect(settingsReader(settings)("Sykehjem; Romstasjon")).toEqual({ unknown: "Romstasjon" });
});
