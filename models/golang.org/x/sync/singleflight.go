//curfew:models 0

// One call works for all callers that ask for the same key meanwhile, so its work must not hang
// on the context of one of them.
package singleflight

type Group struct{}

//curfew:runs fn once
func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool)

//curfew:spawns fn
//curfew:feeds result once
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result

func (g *Group) Forget(key string)

type Result struct {
	Val    any
	Err    error
	Shared bool
}
