import { missing, visit } from "../../visit.server.ts";
import { limit } from "../rate.server.ts";
import { signOutFromThere } from "../single-sign-out.server.ts";
import type { Route } from "./+types/sign-in-ended";

/** Longest message a provider sends, characters. */
const longest = 20_000;

export function loader() {
	missing();
}

/** Where a provider itself tells that someone signed out there. What it sends is signed; nothing else is believed. */
export async function action({ context, params, request }: Route.ActionArgs) {
	const { house } = visit(context);
	const provider = house.configuration.providers.find(({ id }) => id === params.provider);
	if (!provider) missing();
	await limit(context, "sign-out-told");
	const token = (await request.formData().catch(() => null))?.get("logout_token");
	if (typeof token !== "string" || token.length > longest) return answer(400);
	const outcome = await signOutFromThere(house, provider, token);
	if (outcome.done !== undefined) return answer(200);
	return answer(outcome.refused?.[0]?.code === "unreachable" ? 503 : 400);
}

function answer(status: 200 | 400 | 503): Response {
	return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}
