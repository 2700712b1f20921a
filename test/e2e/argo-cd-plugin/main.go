// Does with a plugin.yaml what the sidecar of Argo CD does, by Argo CD's own code: reads it, asks whether it serves an
// application, and renders that.
//
//	go run . FOLDER-OF-PLUGIN-YAML APPLICATION
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/argoproj/argo-cd/v3/cmpserver/apiclient"
	"github.com/argoproj/argo-cd/v3/cmpserver/plugin"
	"github.com/argoproj/argo-cd/v3/util/cmp"
	"google.golang.org/grpc"
)

func main() {
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(folder, application string) error {
	config, err := plugin.ReadPluginConfig(folder)
	if err != nil {
		return err
	}
	service := plugin.NewService(plugin.CMPServerInitConstants{PluginConfig: *config})
	match := &stream[apiclient.RepositoryResponse]{}
	if err := match.send(application); err != nil {
		return err
	}
	if err := service.MatchRepository(match); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "plugin %s %s, supported: %t\n", config.Metadata.Name, config.Spec.Version, match.response.IsSupported)
	generate := &stream[apiclient.ManifestResponse]{}
	if err := generate.send(application); err != nil {
		return err
	}
	if err := service.GenerateManifest(generate); err != nil {
		return err
	}
	for _, manifest := range generate.response.Manifests {
		fmt.Println("---\n" + manifest)
	}
	return nil
}

// What the repo server and the sidecar say to each other, without a connection between them.
type stream[Response any] struct {
	grpc.ServerStream
	requests []*apiclient.AppStreamRequest
	response *Response
}

func (s *stream[Response]) send(application string) error {
	path, err := filepath.Abs(application)
	if err != nil {
		return err
	}
	env := []string{"ARGOCD_APP_NAME=shop", "ARGOCD_APP_NAMESPACE=shop", "KUBE_VERSION=1.34.0"}
	return cmp.SendRepoStream(context.Background(), path, filepath.Dir(path), s, env, nil)
}

// Sends a copy, since the sender uses its buffer again.
func (s *stream[Response]) Send(request *apiclient.AppStreamRequest) error {
	bytes, err := request.Marshal()
	if err != nil {
		return err
	}
	copied := &apiclient.AppStreamRequest{}
	s.requests = append(s.requests, copied)
	return copied.Unmarshal(bytes)
}

func (s *stream[Response]) Recv() (*apiclient.AppStreamRequest, error) {
	if len(s.requests) == 0 {
		return nil, io.EOF
	}
	request := s.requests[0]
	s.requests = s.requests[1:]
	return request, nil
}

func (s *stream[Response]) SendAndClose(response *Response) error {
	if s.response != nil {
		return errors.New("a second response")
	}
	s.response = response
	return nil
}

func (s *stream[Response]) Context() context.Context { return context.Background() }
