/** Every test of services runs in the whole house: what the rooms register is registered, as in the product. */
import "../src/registrations.server.ts";
