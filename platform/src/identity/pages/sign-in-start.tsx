import { data } from "react-router";
import { redirect } from "../../redirect.server.ts";
import { missing, visit } from "../../visit.server.ts";
import { localPath } from "../local-path.ts";
import { limit } from "../rate.server.ts";
import { SignInFailed } from "../SignInFailed.tsx";
import { beginSignIn } from "../sign-in.server.ts";
import { signInStatus } from "../sign-in-status.ts";
import type { Route } from "./+types/sign-in-start";

/** Sends the browser to a sign-in provider. A link leads here, not a form: the page's policy lets forms go nowhere else. */
export async function loader({ context, params, request, url }: Route.LoaderArgs) {
	const { house } = visit(context);
	const provider = house.configuration.providers.find(({ id }) => id === params.provider);
	if (!provider) missing();
	await limit(context, "sign-in");
	const to = localPath(url.searchParams.get("to"));
	// Nobody is signed in because another site led the browser here: the person chooses on our own page.
	if (request.headers.get("Sec-Fetch-Site") === "cross-site") throw redirect(`/sign-in?to=${encodeURIComponent(to)}`);
	const outcome = await beginSignIn(house, provider, to);
	if (outcome.done) throw redirect(outcome.done.location, { headers: { "Set-Cookie": outcome.done.cookie } });
	const code = outcome.refused[0]?.code ?? "unreachable";
	return data({ code, name: provider.name, to }, { status: signInStatus[code] });
}

export default function SignInStart({ loaderData }: Route.ComponentProps) {
	return <SignInFailed {...loaderData} />;
}
