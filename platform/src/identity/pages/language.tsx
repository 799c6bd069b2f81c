import { isLanguage } from "../../language.ts";
import { redirect } from "../../redirect.server.ts";
import { languageHeaders, visit } from "../../visit.server.ts";
import { localPath } from "../local-path.ts";
import type { Route } from "./+types/language";

export function loader() {
	return redirect("/");
}

/** Changes the language of this browser, and of the person when signed in. */
export async function action({ context, request }: Route.ActionArgs) {
	const { actor, commanding } = visit(context);
	const form = await request.formData();
	const language = form.get("language");
	const to = form.get("to");
	const back = localPath(typeof to === "string" ? to : null);
	if (!isLanguage(language)) return redirect(back);
	if (actor.kind === "person")
		await commanding(async (work) => {
			await work.db.updateTable("identity.person").set({ language }).where("id", "=", actor.personId).execute();
			return { done: undefined };
		});
	return redirect(back, { headers: await languageHeaders(language) });
}
