import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { signedIn } from "../../../visit.server.ts";
import type { Route } from "./+types/home";

export function loader({ context, request }: Route.LoaderArgs) {
	const { actor } = signedIn(context, request);
	return { name: actor.name };
}

export default function Home({ loaderData }: Route.ComponentProps) {
	const language = useLanguage();
	return (
		<div className="stack">
			<title>{houseText[language].product}</title>
			<h1 className="ds-heading" data-size="lg">
				{loaderData.name}
			</h1>
		</div>
	);
}
