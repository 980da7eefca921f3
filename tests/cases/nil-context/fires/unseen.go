// curfew: --level advice
// Run time: whatever store does, the contract of contexts forbids nil.
package cases

import "context"

type store interface {
	Load(ctx context.Context, name string) error
}

func load(s store) error {
	return s.Load(nil, "a") // want nil-context[advice] "s.Load"
}
