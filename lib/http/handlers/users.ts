import { checkOrigin } from "@/lib/auth/check-origin";
import * as ops from "@/lib/contract/operations/users";
import { createUser } from "@/lib/domain/users/create-user";
import { getMe } from "@/lib/domain/users/get-me";
import { listUsers } from "@/lib/domain/users/list-users";
import { setUp } from "@/lib/domain/users/set-up";
import { updateMe } from "@/lib/domain/users/update-me";
import { updateUser } from "@/lib/domain/users/update-user";
import { pageEnvelope } from "../page-envelope";
import { route } from "../route";

export const userRoutes = [
  route(ops.listUsersOp, async ({ ctx, query, url }) => pageEnvelope(await listUsers(ctx, query), query, url)),
  route(ops.createUserOp, ({ ctx, body }) => createUser(ctx, body)),
  route(ops.getMeOp, ({ ctx }) => getMe(ctx)),
  route(ops.updateMeOp, ({ ctx, body }) => updateMe(ctx, body)),
  route(ops.setUpOp, ({ body, request }) => {
    checkOrigin(request.headers, "bearer");
    return setUp(body);
  }),
  route(ops.updateUserOp, ({ ctx, params, body }) => updateUser(ctx, { id: params.id, ...body })),
];
