import type { Language } from "../language.ts";
import type { Scope } from "./rules.ts";

/** What a person reads when choosing what a token may touch. */
export type TokenArea = { readonly area: string; readonly title: Readonly<Record<Language, string>> };

const areas = new Map<string, TokenArea>();

/** A room with a part of the HTTP API tells its name, so that tokens can be given it. Called once, at start-up. */
export function registerTokenArea(area: TokenArea): void {
	const other = areas.get(area.area);
	if (other && other !== area) throw new Error(`token area ${area.area} is registered twice`);
	areas.set(area.area, area);
}

export function listTokenAreas(): TokenArea[] {
	return [...areas.values()];
}

/** The scopes of what was ticked: writing brings reading with it. Undefined where something ticked does not exist. */
export function scopesOf(ticked: readonly string[]): Scope[] | undefined {
	const scopes = new Set<Scope>();
	for (const one of ticked) {
		const [area, access] = one.split(":");
		if (area === undefined || !areas.has(area) || (access !== "read" && access !== "write")) return undefined;
		scopes.add(`${area}:read`);
		scopes.add(`${area}:${access}`);
	}
	return [...scopes].sort();
}
