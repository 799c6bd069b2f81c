import { data, Form } from "react-router";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { fromNowOnNobody, redirectWithToast, visit } from "../../visit.server.ts";
import { endSessions, sessionCookie } from "../session.server.ts";
import { findSignOutThere } from "../single-sign-out.server.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/sign-out";
import { Onwards } from "./Onwards.tsx";

/** Nobody signs out by following a link: the address shows a button. */
export function loader() {
	return null;
}

export function headers({ actionHeaders }: Route.HeadersArgs) {
	return actionHeaders;
}

/** Ends this session, or every session of the person with `everywhere`, and leads on to the provider to end that too. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language, commanding, answerHeaders } = visit(context);
	const text = identityText[language];
	if (actor.kind !== "person") return redirectWithToast("/sign-in", text.bye);
	const everywhere = (await request.formData()).has("everywhere");
	const cookie = sessionCookie(house.configuration);
	const token: unknown = await cookie.parse(request.headers.get("Cookie"));
	const there =
		typeof token === "string" ? await findSignOutThere(house, token, everywhere ? "everywhere" : "here") : null;
	await commanding(async (work) => ({ done: await endSessions(work, actor, everywhere ? "all" : "this") }));
	answerHeaders.set("Clear-Site-Data", '"storage"');
	const noCookie = { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) };
	if (there === null) {
		const answer = await redirectWithToast("/sign-in", everywhere ? text.byeEverywhere : text.bye);
		answer.headers.append("Set-Cookie", noCookie["Set-Cookie"]);
		return answer;
	}
	fromNowOnNobody(context);
	answerHeaders.set("Refresh", `0; url=${there.location}`);
	const { name, location } = there;
	const onwards = { title: text.bye, body: text.byeThere(name), label: text.onwards(name), to: location };
	return data(onwards, { headers: noCookie });
}

export default function SignOut({ actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = identityText[language];
	if (actionData) return <Onwards {...actionData} />;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.signOut)}</title>
			<h1 className="ds-heading" data-size="lg">
				{text.signOut}
			</h1>
			<Form method="post" reloadDocument>
				<button type="submit" className="ds-button">
					{text.signOut}
				</button>
			</Form>
		</div>
	);
}
