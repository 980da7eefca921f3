//curfew:models 0

// Contexts with headers end as those that they are made from. Written from v1.85.0.
package metadata

import (
	"context"
)

//curfew:derives ctx
func AppendToOutgoingContext(ctx context.Context, kv ...string) context.Context

func FromIncomingContext(ctx context.Context) (MD, bool)

func FromOutgoingContext(ctx context.Context) (MD, bool)

func New(m map[string]string) MD

//curfew:derives ctx
func NewIncomingContext(ctx context.Context, md MD) context.Context

//curfew:derives ctx
func NewOutgoingContext(ctx context.Context, md MD) context.Context

func Pairs(kv ...string) MD

type MD map[string][]string
