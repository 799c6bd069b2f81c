import { data } from "react-router";
import { missing, redirectWithToast, visit } from "../../visit.server.ts";
import { limit } from "../rate.server.ts";
import { SignInFailed } from "../SignInFailed.tsx";
import { finishSignIn } from "../sign-in.server.ts";
import { signInStatus } from "../sign-in-status.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/sign-in-answer";
import { accountsText } from "./profile-accounts.text.ts";

/** Where a provider sends the browser back to, with its answer in the address. */
export async function loader({ context, params, request, url }: Route.LoaderArgs) {
	const { house, language } = visit(context);
	const provider = house.configuration.providers.find(({ id }) => id === params.provider);
	if (!provider) missing();
	await limit(context, "sign-in-answer");
	const outcome = await finishSignIn(house, provider, {
		url,
		cookies: request.headers.get("Cookie"),
		agent: request.headers.get("User-Agent"),
		language,
	});
	if (outcome.done) {
		const { name, to, isConnected } = outcome.done;
		const message = isConnected ? accountsText[language].connected(name) : identityText[language].welcome(name);
		const answer = await redirectWithToast(to, message);
		for (const cookie of outcome.done.cookies) answer.headers.append("Set-Cookie", cookie);
		throw answer;
	}
	const code = outcome.refused[0]?.code ?? "declined";
	house.log.warn({ provider: provider.id, code }, "sign-in refused");
	return data({ code, name: provider.name, to: "/" }, { status: signInStatus[code] });
}

export default function SignInAnswer({ loaderData }: Route.ComponentProps) {
	return <SignInFailed {...loaderData} />;
}
