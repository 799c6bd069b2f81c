import { useLanguage } from "../../../ui/language.tsx";
import { reopen } from "../service.server.ts";
import type { Route } from "./+types/reopen";
import { DeedPage } from "./DeedPage.tsx";
import { dealText } from "./deal.text.ts";
import { deedWithReason, readDeed, takeDeed } from "./deed.server.ts";

/** Takes the text up again, with a reason. */
export function loader(asked: Route.LoaderArgs) {
	return readDeed(asked, "reopen");
}

export function action(asked: Route.ActionArgs) {
	return takeDeed(asked, deedWithReason, "reopened", reopen);
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
	const text = dealText[useLanguage()];
	return (
		<DeedPage
			agreement={loaderData}
			path="reopen"
			title={text.reopenTitle}
			body={text.reopenBody}
			refused={actionData}
		/>
	);
}
