import { redirect } from "../../redirect.server.ts";
import { redirectWithToast, visit } from "../../visit.server.ts";
import { endSessions, sessionCookie } from "../session.server.ts";
import { identityText } from "../text.ts";
import type { Route } from "./+types/sign-out";

export function loader() {
	return redirect("/");
}

/** Ends this session, or every session of the person with `everywhere`. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, house, language, commanding, answerHeaders } = visit(context);
	if (actor.kind !== "person") return redirect("/");
	const everywhere = (await request.formData()).has("everywhere");
	await commanding(async (work) => ({ done: await endSessions(work, actor, everywhere ? "all" : "this") }));
	answerHeaders.set("Clear-Site-Data", '"storage"');
	const text = identityText[language];
	const answer = await redirectWithToast("/sign-in", everywhere ? text.byeEverywhere : text.bye);
	answer.headers.append("Set-Cookie", await sessionCookie(house.configuration).serialize("", { maxAge: 0 }));
	return answer;
}
