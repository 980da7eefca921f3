// curfew: --level warning
package cases

import (
	"context"
	"sync"

	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// Call gives the connection a context that the caller cannot end.
func Call(ctx context.Context, conn *grpc.ClientConn, in, out any) error {
	return conn.Invoke(context.Background(), "/jobs.Jobs/Submit", in, out) // want severed-context "ctx is at hand"
}

// CallWith hands on the caller's, with headers.
func CallWith(ctx context.Context, conn *grpc.ClientConn, in, out any) error {
	ctx = metadata.AppendToOutgoingContext(ctx, "tenant", "a")
	return conn.Invoke(ctx, "/jobs.Jobs/Submit", in, out)
}

// Follow has the stream's context, and waits under another.
func Follow(conn *grpc.ClientConn, stream grpc.ServerStream) error {
	out, err := conn.NewStream(context.Background(), nil, "/jobs.Jobs/Follow") // want severed-context "stream.Context() is at hand"
	if err != nil {
		return err
	}
	return out.CloseSend()
}

func FollowWith(conn *grpc.ClientConn, stream grpc.ServerStream) error {
	out, err := conn.NewStream(stream.Context(), nil, "/jobs.Jobs/Follow")
	if err != nil {
		return err
	}
	return out.CloseSend()
}

// What protoc-gen-go-grpc would generate.
type Job struct{ ID string }

type UnimplementedJobsServer struct{}

func (UnimplementedJobsServer) Submit(context.Context, *Job) (*Job, error) { return nil, nil }

type service struct {
	UnimplementedJobsServer
	audit *grpc.ClientConn
	wg    sync.WaitGroup
}

// Submit runs for each call; nobody can wait for what it starts.
func (s *service) Submit(ctx context.Context, job *Job) (*Job, error) {
	go s.record(context.WithoutCancel(ctx), job) // want untracked-goroutine "record"
	return job, nil
}

// Cancel is no method of the service, and what it starts is counted.
func (s *service) Cancel(ctx context.Context, job *Job) {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		s.record(context.WithoutCancel(ctx), job)
	}()
}

func (s *service) Close() { s.wg.Wait() }

func (s *service) record(ctx context.Context, job *Job) {
	_ = s.audit.Invoke(ctx, "/audit.Audit/Record", job, nil)
}
