// The function does nothing with it yet: at most advice.
package cases

import "context"

func load() int { return size(nil, 3) }

func size(_ context.Context, n int) int { return n }
