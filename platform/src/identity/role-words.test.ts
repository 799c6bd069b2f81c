import { expect, it } from "vitest";
import { organisationText } from "../modules/organisation/text.ts";
import { heldAs, registerRoleWords } from "./role-words.ts";

it("says a role in the reader's language, and keeps a title of someone's own", () => {
	registerRoleWords({ nb: organisationText.nb.roles, nn: organisationText.nn.roles, en: organisationText.en.roles });
	const role = "placement-coordinator";
	const english = organisationText.en.roles[role];
	expect(heldAs(role, null, "en")).toBe(english);
	expect(heldAs(role, organisationText.nb.roles[role], "en")).toBe(english);
	expect(heldAs(role, ` ${organisationText.nn.roles[role].toUpperCase()} `, "en")).toBe(english);
	expect(heldAs(role, "Fagleder praksis", "en")).toBe("Fagleder praksis");
});
