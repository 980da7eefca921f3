//curfew:models 0

// A zero Group waits and limits, but cancels nothing; only WithContext gives a group whose first
// error cancels its siblings.
package errgroup

import (
	"context"
)

//curfew:makes-group ctx
//curfew:derives ctx
func WithContext(ctx context.Context) (*Group, context.Context)

//curfew:group
type Group struct{}

// Blocks while the group is at its limit.
//
//curfew:spawns f counted limited
func (g *Group) Go(f func() error)

//curfew:limits n
func (g *Group) SetLimit(n int)

//curfew:spawns f counted
func (g *Group) TryGo(f func() error) bool

//curfew:wg-wait
//curfew:releases
func (g *Group) Wait() error
