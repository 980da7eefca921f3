// What never ends keeps no registrations.
package cases

import "context"

func each(items []string, abort func(string), do func(string)) {
	ctx := context.Background()
	for _, item := range items {
		context.AfterFunc(ctx, func() { abort(item) })
		do(item)
	}
}
