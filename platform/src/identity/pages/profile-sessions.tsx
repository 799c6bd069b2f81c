import { z } from "zod";
import { redirect } from "../../redirect.server.ts";
import { missing, redirectWithToast, signedIn } from "../../visit.server.ts";
import { endSession } from "../session.server.ts";
import type { Route } from "./+types/profile-sessions";
import { profileText } from "./profile.text.ts";

export function loader() {
	return redirect("/profile");
}

/** Ends one of the person's own sessions. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, language, commanding } = signedIn(context, request);
	const id = z.uuid().safeParse((await request.formData()).get("session"));
	if (!id.success) missing();
	const outcome = await commanding((work) => endSession(work, actor, id.data));
	if (outcome.refused) missing();
	return redirectWithToast("/profile", profileText[language].sessionEnded);
}
