import { hydrateRoot } from "react-dom/client";
import { createBrowserRouter, type HydrationState, RouterProvider } from "react-router";
import { sampleRoutes } from "./samples.tsx";
import "../../src/ui/styles.css";

const hydrationData = window.__staticRouterHydrationData;
const router = createBrowserRouter(sampleRoutes, hydrationData ? { hydrationData } : {});
const place = document.getElementById("page");
if (!place) throw new Error("no place for the page");
hydrateRoot(place, <RouterProvider router={router} />);
requestIdleCallback(() => {
	document.documentElement.dataset.ready = "true";
});

declare global {
	interface Window {
		__staticRouterHydrationData?: HydrationState;
	}
}
