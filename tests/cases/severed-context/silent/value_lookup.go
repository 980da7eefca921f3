// The callee reads a value and returns; a fresh context asks for the default.
package cases

import "context"

type tenantKey struct{}

func tenant(ctx context.Context) string {
	if name, ok := ctx.Value(tenantKey{}).(string); ok {
		return name
	}
	return "public"
}

func isDefault(ctx context.Context) bool {
	return tenant(ctx) == tenant(context.Background())
}
