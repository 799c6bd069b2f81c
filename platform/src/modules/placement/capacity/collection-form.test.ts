import { expect, it } from "vitest";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { newCollection } from "./contract.ts";
import { capacityText } from "./text.ts";

it("asks for a site in words of its own where none is ticked, with all else that is wrong in the same answer", () => {
	const form = new FormData();
	form.append("name", "Vår");
	const { refusals = [] } = parseForm(newCollection, form);
	expect(refusals.map(({ field }) => field)).toEqual(expect.arrayContaining(["firstDay", "dueOn", "siteIds"]));
	const sites = refusals.filter(({ field }) => field === "siteIds");
	const say = (language: "nb" | "nn" | "en") => sites.map(saying(language, capacityText[language].refusals));
	expect(say("nb")).toEqual(["Kryss av for minst ett praksissted."]);
	expect(say("nn")).toEqual(["Kryss av for minst éin praksisstad."]);
	expect(say("en")).toEqual(["Tick at least one site."]);
});
